// A certified OpenID provider that is not ours (npm: oidc-provider), as its authors ship it.
// Arguments: the folder that holds node_modules, the port, and the public keys of the client with a key.
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, port, keys] = process.argv.slice(2);
const entry = createRequire(join(folder, "here.js")).resolve("oidc-provider");
const { default: Provider } = await import(pathToFileURL(entry));

const device = "urn:ietf:params:oauth:grant-type:device_code";
const client = { redirect_uris: [], response_types: [], grant_types: [device, "refresh_token"] };

const people = {
  ada: { name: "王秀英", phone_number: "+86 138 0013 0001" },
};

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [
    { ...client, client_id: "open", token_endpoint_auth_method: "none" },
    {
      ...client,
      client_id: "keyed",
      token_endpoint_auth_method: "private_key_jwt",
      token_endpoint_auth_signing_alg: "ES256",
      jwks: JSON.parse(keys),
    },
  ],
  claims: { openid: ["sub"], profile: ["name"], phone: ["phone_number"] },
  features: { deviceFlow: { enabled: true }, revocation: { enabled: true } },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
});
provider.listen(Number(port), "127.0.0.1", () => console.log("ready"));
