import { readFileSync } from "node:fs";
import init, { convertAddress, convertAddresses, fetchUnits } from "cancuoc";
const on="2025-07-01"; const texts=readFileSync("/tmp/rows.txt","utf8").trimEnd().split("\n");
await init(); await fetchUnits();
function perRow(round,n=40){let best=Infinity;for(let i=0;i<n;i++){const s=performance.now();round();best=Math.min(best,performance.now()-s);}return best/texts.length*1000;}
console.log("list",perRow(()=>convertAddresses(texts,{on}),200));
console.log("single",perRow(()=>texts.forEach(t=>convertAddress(t,{on})),20));
