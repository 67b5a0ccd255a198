import { refusalTexts, type RefusalCode } from "#machines/deal/deal-refusals";
import type { Locale } from "#app/ui/locale";

type RefusalText = { sentence: string; next: string };

const french: Record<RefusalCode, RefusalText> = {
  notAllowed: { sentence: "Votre rôle ne le permet pas.", next: "Demandez à la concession de le faire pour vous." },
  malformed: { sentence: "Nous n’avons pas pu lire ce changement.", next: "Vérifiez le champ indiqué et réessayez." },
  numbersMoved: {
    sentence: "Les chiffres ont changé pendant que vous regardiez.",
    next: "Relisez-les, puis acceptez.",
  },
  revisionFromFuture: {
    sentence: "Cela répond à une version de l’entente qui n’existe pas.",
    next: "Rechargez la page.",
  },
  editConflict: { sentence: "Ce changement a déjà été envoyé avec un autre contenu.", next: "Refaites le changement." },
  dealFrozen: {
    sentence: "L’entente est gelée pour son contrat.",
    next: "Demandez au directeur du financement de la rouvrir.",
  },
  dealLost: { sentence: "Cette entente est fermée.", next: "La concession peut la reprendre." },
  dealDelivered: {
    sentence: "Cette voiture est livrée.",
    next: "Le dossier peut être lu, mais plus modifié.",
  },
  notFrozen: { sentence: "L’entente n’est pas gelée.", next: "Gelez-la d’abord." },
  alreadyFrozen: { sentence: "{name} a déjà gelé cette entente.", next: "Ouvrez l’entente gelée." },
  notLost: { sentence: "L’entente n’est pas fermée.", next: "Il n’y a rien à reprendre." },
  notContracted: { sentence: "Le contrat n’est pas encore signé.", next: "Signez-le avant de remettre les clés." },
  checklistOpen: { sentence: "{count} points de la liste sont ouverts.", next: "Réglez d’abord les lignes rouges." },

  noVehicle: { sentence: "Aucun véhicule n’est choisi.", next: "Choisissez d’abord un véhicule." },
  vehicleUnavailable: { sentence: "Ce véhicule n’est plus offert.", next: "Choisissez-en un autre." },
  sameVehicle: { sentence: "Ce véhicule est déjà dans l’entente.", next: "Choisissez-en un autre." },
  beyondAuthority: {
    sentence: "Ce prix est sous votre limite de {limit}.",
    next: "Demandez à un directeur des ventes de le fixer.",
  },
  offerBeyondAuthority: {
    sentence: "Cette offre dépasse votre limite de {limit}.",
    next: "Demandez à un directeur ou à l’évaluateur de la faire.",
  },
  priceAboveSticker: { sentence: "Le prix dépasse le prix annoncé.", next: "Entrez {limit} ou moins." },
  incentiveUnknown: { sentence: "Ce véhicule n’a pas ce rabais.", next: "Choisissez-en un dans la liste." },

  noTradeDescribed: {
    sentence: "Nous ne connaissons pas encore votre voiture.",
    next: "Donnez d’abord l’année, la marque et le modèle.",
  },
  tradeYearAhead: { sentence: "Cette année-modèle n’est pas encore sortie.", next: "Vérifiez l’année." },
  payoffNotOwed: {
    sentence: "Vous avez dit que rien n’est dû sur cette voiture.",
    next: "Changez d’abord la propriété.",
  },
  valuationUnavailable: {
    sentence: "Nous ne pouvons pas évaluer cette voiture en ligne.",
    next: "Demandez-nous une offre.",
  },
  tradeCarUnknown: {
    sentence: "Cette voiture n’est pas dans l’entente.",
    next: "Dites d’abord année, marque et modèle.",
  },
  photoUnknown: { sentence: "Cette photo n’est plus ici.", next: "Reprenez-la." },
  photoNotYours: { sentence: "Cette photo est celle de l’autre partie.", next: "Prenez la vôtre à une autre place." },
  photoIsProof: { sentence: "Cette photo prouve un ajustement.", next: "Elle reste avec l’offre." },
  tooManyPhotos: { sentence: "Cette voiture a déjà {count} photos.", next: "Enlevez-en une d’abord." },
  markUnknown: { sentence: "Cette marque n’est plus ici.", next: "Marquez-la de nouveau." },
  tooManyMarks: { sentence: "Cette voiture a déjà {count} marques.", next: "Dites-nous le reste dans un message." },
  alreadyWithStore: { sentence: "La concession a déjà cette voiture.", next: "Attendez son offre, ou répondez-y." },
  nothingToReview: {
    sentence: "Personne n’a demandé d’offre, ou quelqu’un y est déjà.",
    next: "Regardez la fiche la plus récente.",
  },
  appraisalMissing: {
    sentence: "Aucune estimation ne sert de base : cette voiture s’évalue à la main.",
    next: "Dites d’abord sa valeur de gros.",
  },
  offerNotAccepted: { sentence: "Aucune offre acceptée n’est à vérifier.", next: "Attendez la réponse du client." },
  adjustmentNeedsPhoto: {
    sentence: "Un ajustement demande une photo de ce qui a été trouvé.",
    next: "Prenez la photo, puis ajustez.",
  },
  adjustmentBeyondAuthority: {
    sentence: "Vous pouvez ajuster une offre acceptée de {limit} par vous-même.",
    next: "Demandez à un directeur de le faire.",
  },
  tradeBalanceTooHigh: {
    sentence: "C’est plus que ce que les voitures laissent à payer.",
    next: "Entrez {limit} ou moins.",
  },
  noOffer: { sentence: "Il n’y a pas d’offre à laquelle répondre.", next: "Demandez une offre à la concession." },
  offerChanged: { sentence: "L’offre a été remplacée par une plus récente.", next: "Lisez la nouvelle offre." },
  offerExpired: { sentence: "L’offre est expirée.", next: "Demandez à la concession de la renouveler." },
  offerAnswered: { sentence: "L’offre a déjà reçu une réponse.", next: "Demandez une nouvelle offre." },

  termNotOffered: { sentence: "La concession n’offre pas cette durée.", next: "Choisissez-en une dans la grille." },
  creditBandUnknown: {
    sentence: "Cette tranche de crédit n’est pas dans la liste.",
    next: "Choisissez-en une dans la liste.",
  },
  cashDownTooHigh: { sentence: "C’est plus que ce que coûte l’entente.", next: "Entrez {limit} ou moins." },
  leaseNotOffered: { sentence: "Ce véhicule ne peut pas être loué.", next: "Choisissez comptant ou financement." },
  rateOutsideCap: { sentence: "Ce taux est hors de ce que permet le prêteur.", next: "Entrez {limit} ou moins." },
  notComputable: { sentence: "Ces conditions ne donnent rien.", next: "Changez la durée ou l’argent comptant." },
  customersToConfirm: {
    sentence: "Seul le client peut accepter les conditions.",
    next: "Demandez au client de confirmer.",
  },

  productUnknown: { sentence: "Ce produit n’est pas au menu.", next: "Rechargez le menu." },
  productNotEligible: {
    sentence: "Ce produit n’aiderait pas dans cette entente.",
    next: "Voyez la raison dans le menu.",
  },

  depositTermsChanged: { sentence: "Les conditions du dépôt ont changé.", next: "Relisez-les." },
  depositTermsMissing: {
    sentence: "Les conditions du dépôt ne sont pas acceptées.",
    next: "Acceptez d’abord les conditions.",
  },
  depositHeldAlready: { sentence: "Un dépôt est déjà retenu.", next: "Rien d’autre n’est dû maintenant." },
  vehicleTaken: {
    sentence: "Le dépôt d’un autre client retient cette voiture.",
    next: "Rien n’a été débité. Choisissez une autre voiture ou demandez à être averti quand elle sera libre.",
  },
  paymentsAway: {
    sentence: "Le fournisseur de paiement ne répond pas.",
    next: "Rien n’a été débité. Réessayez dans une minute.",
  },
  depositInProgress: { sentence: "Un paiement est en cours.", next: "Terminez-le ou attendez quelques minutes." },
  paymentsOff: { sentence: "Le paiement en ligne n’est pas en place.", next: "Payez le dépôt à la concession." },
  noDepositHeld: { sentence: "Aucun dépôt n’est retenu.", next: "Il n’y a rien à rembourser." },
  depositMismatch: {
    sentence: "Le paiement ne correspond pas à ce que nous avons demandé.",
    next: "La concession en est avisée.",
  },

  depositNotRefundable: {
    sentence: "Selon ses conditions, ce dépôt n’est pas rendu de lui-même.",
    next: "Adressez-vous à la concession.",
  },
  depositRefundable: {
    sentence: "Les conditions acceptées rendent tout jusqu’à la signature du contrat.",
    next: "Rendez-le plutôt.",
  },
  returnAskedAlready: {
    sentence: "Quelqu’un l’a déjà demandé.",
    next: "Attendez la réponse d’un directeur.",
  },
  noReturnAsked: { sentence: "Personne ne demande de rendre ce dépôt.", next: "Regardez la fiche à jour." },
  returnAboveDeposit: { sentence: "C’est plus que ce qui est retenu.", next: "Entrez {limit} ou moins." },
  reasonDoesNotFit: {
    sentence: "Ce motif ne va pas avec ce qui est fait.",
    next: "Choisissez un motif pour rendre, ou un pour conserver.",
  },
  approverIsAsker: {
    sentence: "Qui le demande ne peut pas l’approuver.",
    next: "Demandez à un autre directeur.",
  },
  holdExtendedOften: {
    sentence: "Cette retenue a déjà été prolongée {count} fois.",
    next: "Laissez-la finir, ou signez.",
  },
  holdExtendedFar: {
    sentence: "Une retenue se prolonge de {count} heures au plus.",
    next: "Choisissez moins de temps.",
  },
  holdCannotGrow: {
    sentence: "L’autorisation de la carte finit alors, et la retenue avec elle.",
    next: "Encaissez d’abord le dépôt, ou laissez finir la retenue.",
  },
  nothingTendered: { sentence: "Il n’y a pas de montant.", next: "Entrez-en un." },
  tendersFull: { sentence: "Cette entente a déjà {count} paiements.", next: "Adressez-vous au financement." },
  tenderPromiseUnknown: { sentence: "Ce paiement promis n’est plus ouvert.", next: "Regardez la liste." },
  tenderAboveDue: { sentence: "C’est plus que ce qui est dû.", next: "Entrez {limit} ou moins." },
  tenderDayOut: {
    sentence: "Ce jour est passé, ou dans plus de {count} jours.",
    next: "Choisissez un jour entre les deux.",
  },
  cardCapReached: {
    sentence: "La concession n’accepte pas davantage par carte pour une entente.",
    next: "Entrez {limit} ou moins, ou prenez le reste autrement.",
  },
  tenderUnknown: { sentence: "Ce paiement n’est pas dans l’entente.", next: "Regardez la liste." },
  returnAboveTender: { sentence: "C’est plus que ce qui reste de ce paiement.", next: "Entrez {limit} ou moins." },

  homeAddressMissing: {
    sentence: "Nous ne connaissons pas l’adresse du domicile.",
    next: "Donnez-la d’abord, ou dites où ailleurs.",
  },
  regionUnknown: {
    sentence: "Nous ne connaissons pas cet État ou cette province.",
    next: "Écrivez son nom ou ses deux lettres.",
  },
  taxLineUnknown: { sentence: "Cette entente n’a pas cette ligne.", next: "Choisissez-en une dans la liste." },
  taxTooHigh: { sentence: "C’est plus que le prix de la voiture.", next: "Entrez {limit} ou moins." },

  deliveryMethodMissing: {
    sentence: "Ni la cueillette ni la livraison n’est choisie.",
    next: "Choisissez-en une d’abord.",
  },
  addressMissing: { sentence: "Nous ne savons pas où livrer.", next: "Donnez d’abord l’adresse." },
  addressOutsideArea: {
    sentence: "Cette adresse est hors de notre zone de livraison.",
    next: "Choisissez plutôt la cueillette.",
  },
  slotNotOffered: { sentence: "Cette heure n’est pas offerte.", next: "Choisissez une des heures libres." },
  slotTaken: { sentence: "Cette heure vient d’être prise.", next: "Choisissez-en une autre." },
  tooLateToReschedule: {
    sentence: "Il est trop tard pour changer l’heure en ligne.",
    next: "Appelez la concession.",
  },

  notReadyForKeys: {
    sentence: "{count} points restent ouverts avant la remise des clés.",
    next: "Réglez-les au tableau de préparation, ou faites-les reprendre par un directeur, à son nom.",
  },
  nothingToOverride: { sentence: "Ce point n’est pas ouvert.", next: "Regardez le tableau le plus récent." },
  noSpotDelivery: {
    sentence: "Cette concession ne remet aucune voiture avant d’avoir reçu l’argent.",
    next: "Attendez l’argent.",
  },
  workUnknown: { sentence: "Cette tâche n’existe pas dans l’entente.", next: "Rechargez le tableau." },
  tooMuchWork: { sentence: "Cette entente a déjà {count} tâches.", next: "Terminez-en d’abord." },
  odometerBack: {
    sentence: "C’est moins que ce que la voiture avait quand le prix a été fixé.",
    next: "Relisez l’odomètre.",
  },
  notOnTheRoad: { sentence: "Cette voiture est prise à la concession.", next: "Dites quand elle est prête." },
  nothingToSign: { sentence: "Il ne reste rien à signer.", next: "Regardez la liste." },
  tooManyDue: { sentence: "{count} choses sont déjà promises.", next: "Fermez-en d’abord." },
  dueItemUnknown: { sentence: "Cette promesse est fermée, ou n’a jamais existé.", next: "Rechargez la liste." },
  dueItemSigned: {
    sentence: "Quelqu’un a signé cette promesse.",
    next: "Gardez-la, et fermez-la quand elle est tenue.",
  },
  alarmRaised: { sentence: "Cette alarme a déjà été donnée.", next: "Regardez le suivi." },
  notDelivered: { sentence: "Les clés n’ont pas été remises.", next: "Remettez-les d’abord." },
  noReturn: { sentence: "Il n’y a pas de tel retour à traiter.", next: "Rechargez la page." },
  returnAsked: { sentence: "Cette voiture a déjà été rapportée.", next: "Regardez ce qu’il en est advenu." },
  returnNotCovered: {
    sentence: "La politique de retour de la concession ne couvre pas cette entente.",
    next: "Parlez-en à la concession.",
  },
  returnWindowOver: { sentence: "{name} : les {count} jours sont passés.", next: "Parlez-en à la concession." },
  returnTooManyMiles: {
    sentence: "{name} : la voiture a roulé plus de {count} milles.",
    next: "Parlez-en à la concession.",
  },
  returnNotAsDelivered: {
    sentence: "{name} : la voiture doit revenir telle qu’elle a été remise.",
    next: "Parlez-en à la concession.",
  },
  driveBooked: { sentence: "Un essai routier est déjà réservé.", next: "Annulez-le d’abord." },
  tooManyDrives: {
    sentence: "Cette entente a eu {count} essais routiers.",
    next: "Demandez-en un autre à la concession.",
  },
  driveUnknown: { sentence: "Il n’y a pas de tel essai routier maintenant.", next: "Rechargez la page." },
  driveNeedsLicense: { sentence: "Personne n’a encore vu le permis.", next: "Prenez-le d’abord en photo." },
  driveNeedsSignature: { sentence: "L’accord n’est pas encore signé.", next: "Faites-le signer d’abord." },
  driveNotAtHome: {
    sentence: "Un essai à domicile se fait jusqu’à {count} milles.",
    next: "Venez plutôt à la concession.",
  },
  promisePriceExpired: {
    sentence: "Le prix de cette voiture n’est plus garanti.",
    next: "Renouvelez-le à l’étape du véhicule, puis gardez-le.",
  },
  promisesFull: { sentence: "Ce dossier garde déjà {count} prix.", next: "Servez-vous du plus récent." },
  promiseOutdated: { sentence: "Les chiffres ont changé entre-temps.", next: "Relisez-les, puis réessayez." },
  promiseUnknown: { sentence: "Ce dossier n’a pas cette promesse.", next: "Rechargez la page." },

  rateReasonMissing: { sentence: "Ce n’est pas le taux de la table du magasin.", next: "Choisissez-en la raison." },
  rateBeyondAuthority: {
    sentence: "Ce taux dépasse votre limite de {limit}.",
    next: "Demandez-le à un directeur.",
  },
  termBeyondAuthority: {
    sentence: "Vous pouvez écrire jusqu’à {count} mois par vous-même.",
    next: "Demandez à un directeur, ou laissez le client la choisir.",
  },
  feeBeyondAuthority: {
    sentence: "Vous pouvez renoncer à {limit} des frais de dossier par vous-même.",
    next: "Demandez-le à un directeur.",
  },
  docFeeWaiverTooHigh: {
    sentence: "Les frais de dossier ne dépassent pas {limit}.",
    next: "Entrez {limit} ou moins.",
  },
  rateNotOffered: { sentence: "Aucun prêteur n’écrit ce taux.", next: "Demandez au directeur du financement." },

  noLenderAnswer: { sentence: "Aucun prêteur n’a offert cela.", next: "Voyez les réponses les plus récentes." },
  lenderAnswerExpired: { sentence: "Cette approbation est échue.", next: "Redemandez au prêteur." },
  notFinanced: { sentence: "Cette entente n’est pas financée.", next: "Choisissez d’abord le financement." },
  noFlag: { sentence: "Ce point ouvert n’existe pas.", next: "Rechargez la page." },
  priceAboveList: { sentence: "Le prix affiché est de {limit}.", next: "Personne ne paie plus que la liste." },
  menuNotAnswered: { sentence: "Certains produits sont sans réponse.", next: "Acceptez ou refusez chacun." },
  menuMoved: { sentence: "Le menu a changé pendant que vous regardiez.", next: "Relisez-le, puis signez." },

  approvalNotNeeded: { sentence: "Vous pouvez le faire par vous-même.", next: "Faites le changement." },
  approvalEmpty: { sentence: "Rien n’a été demandé.", next: "Dites ce qu’il vous faut." },
  approvalsFull: { sentence: "Cette entente a eu trop de demandes.", next: "Parlez-en au bureau." },
  noApproval: { sentence: "Cette demande n’existe pas.", next: "Rechargez la page." },
  approvalAnswered: { sentence: "{name} a déjà répondu à cette demande.", next: "Lisez la réponse." },
  approvalOutdated: {
    sentence: "L’entente a changé depuis cette demande.",
    next: "Demandez de nouveau pour l’entente telle qu’elle est.",
  },
  approvalNeedsPencil: { sentence: "On demande une proposition.", next: "Faites-en une, ou refusez." },

  noPencil: { sentence: "Cette proposition n’existe pas.", next: "Rechargez la page." },
  pencilExpired: { sentence: "Cette proposition est expirée.", next: "Demandez-en une nouvelle à la concession." },
  pencilSuperseded: {
    sentence: "Une proposition plus récente remplace celle-ci.",
    next: "Lisez la plus récente.",
  },
  pencilWithdrawn: { sentence: "La concession a retiré cette proposition.", next: "Demandez-en une nouvelle." },
  pencilAnswered: { sentence: "Cette proposition a déjà reçu une réponse.", next: "Demandez-en une nouvelle." },
  pencilStale: {
    sentence: "L’entente a bougé depuis cette proposition et ne donne plus ces chiffres.",
    next: "Demandez-en une nouvelle à la concession.",
  },
  pencilOvertaken: {
    sentence: "L’entente a bougé pendant que vous écriviez cette proposition.",
    next: "Relisez ses chiffres, puis proposez-la.",
  },
  pencilsFull: { sentence: "Cette entente a eu trop de propositions.", next: "Ouvrez une nouvelle entente." },
  counterEmpty: {
    sentence: "Vous n’avez pas dit ce que vous préféreriez.",
    next: "Donnez un paiement, un comptant ou un mot.",
  },

  scenariosFull: { sentence: "{count} plans sont déjà épinglés.", next: "Retirez-en un d’abord." },
  scenarioPinned: { sentence: "Ce plan est déjà épinglé.", next: "Voyez-le à côté des autres." },
  noScenario: { sentence: "Ce plan n’est plus épinglé.", next: "Choisissez-en un autre." },

  seatsFull: { sentence: "{count} places sont déjà prises.", next: "Mettez d’abord fin à l’une d’elles." },
  coBuyerSeated: { sentence: "Cette entente a déjà un coacheteur.", next: "Mettez d’abord fin à cette place." },
  seatUnknown: { sentence: "Cette place n’existe plus.", next: "Demandez une nouvelle invitation." },
  seatTaken: { sentence: "Cette place est déjà prise.", next: "Demandez votre propre invitation." },
  scopeNotForSeat: { sentence: "Ce genre de place ne peut avoir ce droit.", next: "Choisissez un autre droit." },
  noCoBuyer: { sentence: "Aucun coacheteur n’est invité.", next: "Invitez d’abord le coacheteur." },
  promiseTimeOut: {
    sentence: "Cette heure est passée, ou à plus de {count} jours d’ici.",
    next: "Choisissez un moment entre les deux.",
  },
  dealImported: { sentence: "Cette entente vient d’une autre concession.", next: "On peut la lire, pas la changer." },

  staffUnknown: { sentence: "Cette personne ne travaille pas ici.", next: "Choisissez quelqu’un dans la liste." },
  stageNotOpen: { sentence: "Il n’y a rien à faire à cette étape pour l’instant.", next: "Ouvrez une autre étape." },
};

/** Every refusal in both languages; a code without a text does not compile. */
export const refusalMessages: Record<Locale, Record<RefusalCode, RefusalText>> = { en: refusalTexts, fr: french };
