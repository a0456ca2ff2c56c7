import { defineEvent, field } from '@liggare/kernel';

const merge = {
  survivorId: field.uuid('The person that stands for both from now on'),
  mergedId: field.uuid('The person that was registered a second time; its id stays and points to the survivor'),
};

export const PersonsMerged = defineEvent('PersonsMerged', {
  sv: 'Två poster i registret är samma människa; händelsen står i bådas strömmar, och inget av det som registrerats ändras',
  en: 'Two entries of the register are one human being; the event is in the streams of both, and nothing recorded changes',
  corrects: true,
  classification: 'internal',
  data: field.object({
    mergeId: field.uuid('The merge, so that undoing it can say which one; the same in both streams'),
    ...merge,
    reason: field.optional(field.sealed('How it is known that they are one')),
  }),
});

export const PersonMergeUndone = defineEvent('PersonMergeUndone', {
  sv: 'Sammanslagningen var ett misstag: det är två människor; händelsen står i bådas strömmar',
  en: 'The merge was a mistake: they are two human beings; the event is in the streams of both',
  corrects: true,
  classification: 'internal',
  data: field.object({
    corrects: field.uuid('The merge that was a mistake'),
    ...merge,
    reason: field.optional(field.sealed('How it is known that they are two')),
  }),
});
