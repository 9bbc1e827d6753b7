// A portal's server: the same check again, then accept. `node server.mjs`, then POST a sealed application.
import { createServer } from "node:http";
import init, { checkSealed } from "cancuoc";

await init();

export default createServer(async (request, response) => {
  let text = "";
  for await (const chunk of request.setEncoding("utf8"))
    if ((text += chunk).length > 1 << 20) return response.writeHead(413).end();
  // Today's rules; the digest and every field; what this office takes. `application.assurance` stays the sender's word.
  const { ok, findings } = checkSealed(text, { locale: "vi", acceptedForms: ["ct01", "dc02"], maxAgeDays: 7 });
  response.writeHead(ok ? 202 : 422, { "content-type": "application/json" }).end(JSON.stringify({ ok, findings }));
}).listen(Number(process.env.PORT ?? 8081));
