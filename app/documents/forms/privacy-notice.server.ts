import type { Paper } from "../paper.server";
import type { FormInput } from "./form-input";
import { drawSignatures, startForm, table } from "./form-sheet.server";

/** The privacy notice in the layout of the federal model form (16 CFR 313, appendix A). */
export async function drawPrivacyNotice(input: FormInput): Promise<Paper> {
  const { store } = input.view.card;
  const paper = await startForm(input, "Privacy notice", "Federal model privacy form");
  table(
    paper,
    [0.7, 3.6],
    [
      ["FACTS", `What does ${store.name} do with your personal information?`],
      [
        "Why?",
        "Financial companies choose how they share your personal information. Federal law gives consumers the right to limit some but not all sharing. Federal law also requires us to tell you how we collect, share, and protect your personal information. Please read this notice carefully to understand what we do.",
      ],
      [
        "What?",
        "The types of personal information we collect and share depend on the product or service you have with us. This information can include: Social Security number and income; credit history and credit scores; account balances and payment history. When you are no longer our customer, we continue to share your information as described in this notice.",
      ],
      [
        "How?",
        `All financial companies need to share customers’ personal information to run their everyday business. In the section below, we list the reasons financial companies can share their customers’ personal information; the reasons ${store.name} chooses to share; and whether you can limit this sharing.`,
      ],
    ],
  );
  table(
    paper,
    [3, 1, 1],
    [
      ["Reasons we can share your personal information", `Does ${store.name} share?`, "Can you limit this sharing?"],
      [
        "For our everyday business purposes, such as to process your transactions, maintain your account, respond to court orders and legal investigations, or report to credit bureaus",
        "Yes",
        "No",
      ],
      ["For our marketing purposes, to offer our products and services to you", "Yes", "No"],
      ["For joint marketing with other financial companies", "No", "We don’t share"],
      [
        "For our affiliates’ everyday business purposes, information about your transactions and experiences",
        "No",
        "We don’t share",
      ],
      [
        "For our affiliates’ everyday business purposes, information about your creditworthiness",
        "No",
        "We don’t share",
      ],
      ["For nonaffiliates to market to you", "No", "We don’t share"],
    ],
  );
  paper.paragraph(`Questions? Call ${store.phone} or write to ${store.email}.`, { soft: false, bold: true });
  paper.newPage();
  drawPrivacyDetails(paper, store.name);
  drawSignatures(paper, input, ["buyer", "coBuyer"], "I have received the privacy notice.");
  return paper;
}

function drawPrivacyDetails(paper: Paper, name: string): void {
  table(
    paper,
    [1.2, 3.1],
    [
      ["Who we are and what we do", ""],
      ["Who is providing this notice?", `${name}, the store named above.`],
      [
        "How do we protect your personal information?",
        "To protect your personal information from unauthorized access and use, we use security measures that comply with federal law. These measures include computer safeguards and secured files and buildings. Credit data is encrypted field by field, and every look at it is recorded.",
      ],
      [
        "How do we collect your personal information?",
        "We collect your personal information, for example, when you apply for financing or a lease, give us your income information, provide employment information, give us your contact information, or show your driver’s license. We also collect it from others, such as credit bureaus and other companies.",
      ],
      [
        "Why can’t I limit all sharing?",
        "Federal law gives you the right to limit only sharing for affiliates’ everyday business purposes (information about your creditworthiness), affiliates from using your information to market to you, and sharing for nonaffiliates to market to you. State laws may give you additional rights to limit sharing.",
      ],
    ],
  );
  table(
    paper,
    [1.2, 3.1],
    [
      ["Definitions", ""],
      [
        "Affiliates",
        `Companies related by common ownership or control. ${name} has no affiliates that it shares with.`,
      ],
      [
        "Nonaffiliates",
        `Companies not related by common ownership or control. ${name} does not share with nonaffiliates so they can market to you.`,
      ],
      [
        "Joint marketing",
        `A formal agreement between nonaffiliated financial companies that together market financial products. ${name} does not jointly market.`,
      ],
    ],
  );
}
