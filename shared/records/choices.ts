/** Choice lists that several kinds and the reading of sentences share (`domain.md`, Swedish labels for choice values). */

export const deviationCategories = {
  medication: { sv: 'Läkemedel', en: 'Medication' },
  fall: { sv: 'Fall', en: 'Fall' },
  missedService: { sv: 'Utebliven, försenad eller felaktig insats', en: 'Missed, late or wrong service' },
  careQuality: { sv: 'Brist i omsorg/omvårdnad', en: 'Shortcoming in care' },
  treatment: { sv: 'Bemötande', en: 'Treatment of people' },
  documentation: { sv: 'Dokumentation', en: 'Documentation' },
  privacy: { sv: 'Sekretess och personuppgifter', en: 'Secrecy and personal data' },
  communication: { sv: 'Information och samverkan', en: 'Information and collaboration' },
  staffing: { sv: 'Bemanning och kompetens', en: 'Staffing and competence' },
  violenceThreat: { sv: 'Hot och våld', en: 'Threats and violence' },
  abuse: { sv: 'Övergrepp eller otillåten begränsning', en: 'Abuse or unlawful restriction' },
  equipmentPremises: { sv: 'Utrustning, lokal, larm, teknik', en: 'Equipment, premises, alarms, technology' },
  hygieneInfection: { sv: 'Hygien och smitta', en: 'Hygiene and infection' },
  nutrition: { sv: 'Mat, nutrition, allergi', en: 'Food, nutrition, allergy' },
  legalSecurity: { sv: 'Handläggning och rättssäkerhet', en: 'Case handling and legal certainty' },
  childSafety: { sv: 'Barnsäkerhet', en: 'Child safety' },
  finance: { sv: 'Ekonomi, inköp, oegentlighet', en: 'Economy, purchasing, irregularity' },
  other: { sv: 'Annat', en: 'Other' },
} as const;

export type DeviationCategory = keyof typeof deviationCategories;

export const feedbackTopics = {
  treatment: { sv: 'Bemötande', en: 'Treatment of people' },
  accessibility: { sv: 'Tillgänglighet och öppettider', en: 'Accessibility and opening hours' },
  handlingTime: { sv: 'Handläggningstid', en: 'Handling time' },
  information: { sv: 'Information', en: 'Information' },
  food: { sv: 'Mat', en: 'Food' },
  premises: { sv: 'Lokaler', en: 'Premises' },
  outdoor: { sv: 'Park och utemiljö', en: 'Parks and outdoors' },
  activities: { sv: 'Aktiviteter', en: 'Activities' },
  continuity: { sv: 'Personalkontinuitet', en: 'Staff continuity' },
  decision: { sv: 'Beslut', en: 'Decision' },
  digitalService: { sv: 'Digital tjänst', en: 'Digital service' },
  safety: { sv: 'Trygghet', en: 'Safety' },
  careQuality: { sv: 'Omsorg och service', en: 'Care and service' },
  staffing: { sv: 'Bemanning', en: 'Staffing' },
  missedService: { sv: 'Utebliven insats', en: 'Missed service' },
  other: { sv: 'Annat', en: 'Other' },
} as const;

export type FeedbackTopic = keyof typeof feedbackTopics;

/** Care scale of L14. */
export const severities = {
  1: { sv: '1 Mindre: obehag eller obetydlig', en: '1 Minor: discomfort or insignificant' },
  2: { sv: '2 Måttlig: övergående', en: '2 Moderate: passing' },
  3: { sv: '3 Betydande: bestående måttlig', en: '3 Considerable: lasting, moderate' },
  4: {
    sv: '4 Katastrofal: död, livshot eller stor bestående',
    en: '4 Catastrophic: death, danger to life or lasting, grave',
  },
} as const;

export const likelihoods = {
  1: { sv: '1 Mycket liten: ungefär en gång om året', en: '1 Very low: about once a year' },
  2: { sv: '2 Liten: ungefär en gång i månaden', en: '2 Low: about monthly' },
  3: { sv: '3 Stor: ungefär en gång i veckan', en: '3 High: about weekly' },
  4: { sv: '4 Mycket stor: ungefär varje dag', en: '4 Very high: about daily' },
} as const;
