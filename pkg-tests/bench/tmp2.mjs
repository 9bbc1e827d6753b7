import { readFileSync } from "node:fs";
import init, { convertAddresses, fetchUnits } from "cancuoc";
const on="2025-07-01"; const texts=readFileSync("/tmp/rows.txt","utf8").trimEnd().split("\n");
await init(); await fetchUnits();
const best=[];for(let i=0;i<400;i++){const s=performance.now();convertAddresses(texts,{on});best.push(performance.now()-s);}
best.sort((a,b)=>a-b);console.log("list min/median",best[0]/texts.length*1000,best[200]/texts.length*1000);
