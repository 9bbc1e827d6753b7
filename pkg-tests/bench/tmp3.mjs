import { readFileSync } from "node:fs";
import init, { convertAddresses, fetchUnits } from "cancuoc";
const on="2025-07-01"; const texts=readFileSync("/tmp/rows.txt","utf8").trimEnd().split("\n");
await init(); await fetchUnits();
const size=+process.argv[2]||300;const chunks=[];for(let i=0;i<texts.length;i+=size)chunks.push(texts.slice(i,i+size));
const best=chunks.map(()=>Infinity);
for(let r=0;r<300;r++)chunks.forEach((c,k)=>{const s=performance.now();convertAddresses(c,{on});best[k]=Math.min(best[k],performance.now()-s);});
console.log("list",size,best.reduce((a,b)=>a+b)/texts.length*1000);
