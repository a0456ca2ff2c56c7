import { defineEvent, field } from '@liggare/kernel';

export const UnderlyingSeatRequired = defineEvent('UnderlyingSeatRequired', {
  sv: 'Gruppens platser förutsätter en plats i en annan grupp, som ett utskotts i sin nämnd; den som förlorar den platsen lämnar gruppen',
  en: 'The seats of the group need a seat in another group, as a subcommittee’s in its committee; who loses that seat leaves the group',
  data: field.object({
    underlyingId: field.uuid('The group in which a seat is needed'),
    from: field.day('First day it is needed: seats lost before it are nobody’s concern'),
    basis: field.basis(),
  }),
  validTime: ({ from }) => ({ from }),
});

export const UnderlyingSeatNotRequired = defineEvent('UnderlyingSeatNotRequired', {
  sv: 'Gruppens platser förutsätter inte längre någon plats i en annan grupp',
  en: 'The seats of the group no longer need a seat in another group',
  data: field.object({ on: field.day('First day it is no longer needed'), basis: field.basis() }),
  validTime: ({ on }) => ({ to: on }),
});
