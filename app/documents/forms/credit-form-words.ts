import { defineMessages } from "#app/ui/define-messages";

/** The words of the credit application; the French ones rest on no law of the United States. */
export const creditFormWords = defineMessages({
  en: {
    title: "Credit application",
    subtitle: "Statement of the applicant for a retail contract or lease",
    identification:
      "Important information about procedures for opening a new account: to help the government fight the funding of terrorism and money laundering, federal law requires financial institutions to obtain, verify and record information that identifies each person who opens an account.",
    purpose: "What it is for",
    amount: "Amount to be financed",
    months: "Months",
    payment: "Payment",
    downPayment: "Down payment",
    adjustedCapCost: "Adjusted capitalized cost",
    dueAtSigning: "Due at signing",
    applicant: "Applicant",
    coApplicant: "Co-applicant",
    name: "Name",
    address: "Address",
    onFile: "On file with the store",
    telephone: "Telephone",
    email: "E-mail",
    blank: {
      birth: "Date of birth",
      number: "Social security number",
      housing: "Housing and monthly cost",
      employer: "Employer and occupation",
      income: "Gross monthly income",
      other: "Other income",
    },
    withheld:
      "What the applicant stated is sealed. It stands in the copy that the applicant signs, which opens to them alone and to who works on their credit, with a reason.",
    agree: "What you agree to",
    certify:
      "You certify that everything in this application is true and complete. You authorize the store and the lenders it sends the application to, to obtain a consumer report and to check employment and income in connection with it, and to answer questions about their experience with you.",
    equal:
      "The federal Equal Credit Opportunity Act prohibits creditors from discriminating against credit applicants on the basis of race, color, religion, national origin, sex, marital status, age (provided the applicant has the capacity to enter into a binding contract), because all or part of the applicant’s income derives from any public assistance program, or because the applicant has in good faith exercised any right under the Consumer Credit Protection Act. Income from alimony, child support or separate maintenance need not be revealed if you do not wish to have it considered.",
    married: "A married person may apply for an account of their own.",
    intent: "I certify that my credit application is true, and authorize the inquiries it names.",
  },
  fr: {
    title: "Demande de crédit",
    subtitle: "Déclaration de la personne qui demande un contrat ou une location",
    identification:
      "Identification : la loi oblige les institutions financières à obtenir, à vérifier et à consigner des renseignements qui identifient chaque personne qui ouvre un compte.",
    purpose: "Objet de la demande",
    amount: "Montant à financer",
    months: "Mois",
    payment: "Paiement",
    downPayment: "Versement comptant",
    adjustedCapCost: "Coût capitalisé rajusté",
    dueAtSigning: "Dû à la signature",
    applicant: "Demandeur",
    coApplicant: "Codemandeur",
    name: "Nom",
    address: "Adresse",
    onFile: "Au dossier du commerçant",
    telephone: "Téléphone",
    email: "Courriel",
    blank: {
      birth: "Date de naissance",
      number: "Numéro d’assurance sociale (facultatif)",
      housing: "Logement et coût mensuel",
      employer: "Employeur et profession",
      income: "Revenu mensuel brut",
      other: "Autres revenus",
    },
    withheld:
      "Ce que la personne a déclaré est scellé. Cela figure dans l’exemplaire qu’elle signe, qui ne s’ouvre que pour elle et, avec un motif, pour qui traite son crédit.",
    agree: "Ce que vous acceptez",
    certify:
      "Vous certifiez que tout ce que contient cette demande est vrai et complet. Vous autorisez le commerçant et les prêteurs à qui il l’envoie à obtenir un dossier de crédit et à vérifier votre emploi et vos revenus à cette fin, ainsi qu’à répondre aux questions sur leur expérience avec vous.",
    equal:
      "Nul ne peut vous refuser le crédit pour un motif de discrimination interdit par la loi. Vos renseignements ne servent qu’à cette demande; vous pouvez les consulter et les faire rectifier.",
    married: "Une personne mariée peut demander un compte à son seul nom.",
    intent: "Je certifie que ma demande de crédit est vraie et j’autorise les vérifications qu’elle nomme.",
  },
});
