import init, { checkSealed } from "cancuoc";

export async function POST(request) {
  await init();
  return Response.json(checkSealed(await request.json(), { on: "2026-11-21" }));
}
