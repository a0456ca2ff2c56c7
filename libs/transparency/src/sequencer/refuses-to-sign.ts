/**
 * The tree does not go on from what was signed before. Nothing is signed until a human has looked: whoever holds the earlier
 * checkpoint could show that history was changed.
 */
export class RefusesToSign extends Error {
  constructor(reason: string) {
    super(`the transparency log signs nothing: ${reason}`);
    this.name = 'RefusesToSign';
  }
}
