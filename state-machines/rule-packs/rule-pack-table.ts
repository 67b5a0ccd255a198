import caAb from "./packs/ca-ab.json";
import caBc from "./packs/ca-bc.json";
import caMb from "./packs/ca-mb.json";
import caNb from "./packs/ca-nb.json";
import caNl from "./packs/ca-nl.json";
import caNs from "./packs/ca-ns.json";
import caNt from "./packs/ca-nt.json";
import caNu from "./packs/ca-nu.json";
import caOn from "./packs/ca-on.json";
import caPe from "./packs/ca-pe.json";
import caQc from "./packs/ca-qc.json";
import caSk from "./packs/ca-sk.json";
import caYt from "./packs/ca-yt.json";
import usAk from "./packs/us-ak.json";
import usAl from "./packs/us-al.json";
import usAr from "./packs/us-ar.json";
import usAz from "./packs/us-az.json";
import usCa from "./packs/us-ca.json";
import usCo from "./packs/us-co.json";
import usCt from "./packs/us-ct.json";
import usDc from "./packs/us-dc.json";
import usDe from "./packs/us-de.json";
import usFl from "./packs/us-fl.json";
import usGa from "./packs/us-ga.json";
import usHi from "./packs/us-hi.json";
import usIa from "./packs/us-ia.json";
import usId from "./packs/us-id.json";
import usIl from "./packs/us-il.json";
import usIn from "./packs/us-in.json";
import usKs from "./packs/us-ks.json";
import usKy from "./packs/us-ky.json";
import usLa from "./packs/us-la.json";
import usMa from "./packs/us-ma.json";
import usMd from "./packs/us-md.json";
import usMe from "./packs/us-me.json";
import usMi from "./packs/us-mi.json";
import usMn from "./packs/us-mn.json";
import usMo from "./packs/us-mo.json";
import usMs from "./packs/us-ms.json";
import usMt from "./packs/us-mt.json";
import usNc from "./packs/us-nc.json";
import usNd from "./packs/us-nd.json";
import usNe from "./packs/us-ne.json";
import usNh from "./packs/us-nh.json";
import usNj from "./packs/us-nj.json";
import usNm from "./packs/us-nm.json";
import usNv from "./packs/us-nv.json";
import usNy from "./packs/us-ny.json";
import usOh from "./packs/us-oh.json";
import usOk from "./packs/us-ok.json";
import usOr from "./packs/us-or.json";
import usPa from "./packs/us-pa.json";
import usRi from "./packs/us-ri.json";
import usSc from "./packs/us-sc.json";
import usSd from "./packs/us-sd.json";
import usTn from "./packs/us-tn.json";
import usTx from "./packs/us-tx.json";
import usUt from "./packs/us-ut.json";
import usVa from "./packs/us-va.json";
import usVt from "./packs/us-vt.json";
import usWa from "./packs/us-wa.json";
import usWi from "./packs/us-wi.json";
import usWv from "./packs/us-wv.json";
import usWy from "./packs/us-wy.json";
import type { PlainDate } from "../money/plain-date";
import type { JurisdictionId } from "./jurisdictions";
import { type RulePack, rulePackSchema, type RulePackVersion } from "./rule-pack-schema";

/** Every reviewed file, by its jurisdiction. They are large: nothing that a customer's browser loads imports this. */
const files: Record<JurisdictionId, unknown> = {
  "ca-ab": caAb,
  "ca-bc": caBc,
  "ca-mb": caMb,
  "ca-nb": caNb,
  "ca-nl": caNl,
  "ca-ns": caNs,
  "ca-nt": caNt,
  "ca-nu": caNu,
  "ca-on": caOn,
  "ca-pe": caPe,
  "ca-qc": caQc,
  "ca-sk": caSk,
  "ca-yt": caYt,
  "us-ak": usAk,
  "us-al": usAl,
  "us-ar": usAr,
  "us-az": usAz,
  "us-ca": usCa,
  "us-co": usCo,
  "us-ct": usCt,
  "us-dc": usDc,
  "us-de": usDe,
  "us-fl": usFl,
  "us-ga": usGa,
  "us-hi": usHi,
  "us-ia": usIa,
  "us-id": usId,
  "us-il": usIl,
  "us-in": usIn,
  "us-ks": usKs,
  "us-ky": usKy,
  "us-la": usLa,
  "us-ma": usMa,
  "us-md": usMd,
  "us-me": usMe,
  "us-mi": usMi,
  "us-mn": usMn,
  "us-mo": usMo,
  "us-ms": usMs,
  "us-mt": usMt,
  "us-nc": usNc,
  "us-nd": usNd,
  "us-ne": usNe,
  "us-nh": usNh,
  "us-nj": usNj,
  "us-nm": usNm,
  "us-nv": usNv,
  "us-ny": usNy,
  "us-oh": usOh,
  "us-ok": usOk,
  "us-or": usOr,
  "us-pa": usPa,
  "us-ri": usRi,
  "us-sc": usSc,
  "us-sd": usSd,
  "us-tn": usTn,
  "us-tx": usTx,
  "us-ut": usUt,
  "us-va": usVa,
  "us-vt": usVt,
  "us-wa": usWa,
  "us-wi": usWi,
  "us-wv": usWv,
  "us-wy": usWy,
};

const parsed = new Map<string, RulePack>();

/** The whole pack of a jurisdiction, all its dated versions; null where there is none. A broken file says its field. */
export function rulePackOf(jurisdiction: string): RulePack | null {
  const known = parsed.get(jurisdiction);
  if (known) return known;
  const file = (files as Record<string, unknown>)[jurisdiction];
  if (file === undefined) return null;
  const pack = rulePackSchema.parse(file);
  parsed.set(jurisdiction, pack);
  return pack;
}

/** The version of a jurisdiction's rules that is law on a day; its dates include both ends. */
export function findRulePack(jurisdiction: string, on: PlainDate): RulePackVersion | null {
  const versions = rulePackOf(jurisdiction)?.versions ?? [];
  return versions.find(({ validFrom, validTo }) => validFrom <= on && (validTo === null || on <= validTo)) ?? null;
}
