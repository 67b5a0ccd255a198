import { defineMessages } from "#app/ui/define-messages";

/** Mails about the car on its way, a test drive, and the days after the keys. */
export const deliveryMailMessages = defineMessages({
  en: {
    trackedSubject:
      "{step, select, preparing {{store}: your {car} is being prepared} ready {{store}: your {car} is ready} onTheWay {{store}: your {car} is on the way} other {{store}: your {car} has arrived}}",
    tracked:
      "{step, select, preparing {We are preparing your {car}.} ready {Your {car} is ready.} onTheWay {Your {car} is on its way to you.} other {Your {car} is at your place.}}",
    expected: "It is expected {time}.",
    driver: "{name} brings it.",
    appointment: "Your time: {time}.",
    trackedWhere: "Follow it in your deal: {url}",
    driveSubject: "{store}: test drive of the {car}, {time}",
    driveBooked: "Your test drive of the {car} is booked for {time}.",
    driveAt:
      "{place, select, home {We come to you with the car.} other {You find us at {street}, {city}, {region} {postcode}.}} Please have your driver’s license with you.",
    driveWhere: "Sign the agreement beforehand, or choose another time, in your deal: {url}",
    driveCancelledSubject: "{store}: your test drive of the {car} is cancelled",
    driveCancelled: "Your test drive of the {car} on {time} is cancelled.",
    driveAgain: "Book another time in your deal: {url}",
    followSubject: "{store}: how is your {car}?",
    followService: "Your first service is booked for {time}.",
    followReview: "How did we do? Answer this mail in a sentence or two; the people who served you read it.",
    followWhere: "Your papers and everything we agreed are in your deal: {url}",
  },
  fr: {
    trackedSubject:
      "{step, select, preparing {{store} : votre {car} est en préparation} ready {{store} : votre {car} est prête} onTheWay {{store} : votre {car} est en route} other {{store} : votre {car} est arrivée}}",
    tracked:
      "{step, select, preparing {Nous préparons votre {car}.} ready {Votre {car} est prête.} onTheWay {Votre {car} est en route vers vous.} other {Votre {car} est chez vous.}}",
    expected: "Elle est attendue {time}.",
    driver: "{name} l’amène.",
    appointment: "Votre rendez-vous : {time}.",
    trackedWhere: "Suivez-la dans votre dossier : {url}",
    driveSubject: "{store} : essai routier, {car}, {time}",
    driveBooked: "Votre essai routier est réservé : {car}, {time}.",
    driveAt:
      "{place, select, home {Nous venons chez vous avec la voiture.} other {Nous sommes au {street}, {city}, {region} {postcode}.}} Ayez votre permis de conduire avec vous.",
    driveWhere: "Signez l’accord d’avance ou choisissez un autre moment dans votre dossier : {url}",
    driveCancelledSubject: "{store} : votre essai routier est annulé, {car}",
    driveCancelled: "Votre essai routier ({car}, {time}) est annulé.",
    driveAgain: "Réservez un autre moment dans votre dossier : {url}",
    followSubject: "{store} : comment va votre {car} ?",
    followService: "Votre premier entretien est réservé pour le {time}.",
    followReview:
      "Comment avons-nous fait ? Répondez à ce courriel en une phrase ou deux ; les personnes qui vous ont servi la lisent.",
    followWhere: "Vos papiers et tout ce dont nous avons convenu sont dans votre dossier : {url}",
  },
});
