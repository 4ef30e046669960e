/** Where a table of edges starts: a power of two. */
const smallest = 64;

/**
 * Phrases as rows of stems, found in one walk from any word. Lexicons have tens of thousands of nodes, so nodes and
 * stems are numbers, and all edges stand in one open hash table: three integers an edge instead of a Map a node.
 */
export class PhraseTree<M> {
  /** Stems that stand in some phrase, by number. */
  private readonly stems = new Map<string, number>();
  private nodes = 1;
  /** What the phrase that ends at a node stands for. */
  private readonly marks: (readonly M[] | undefined)[] = [undefined];
  /** Most phrases stand for one thing, and share the list of it with all others that do. */
  private readonly alone = new Map<M, readonly M[]>();
  /** Each slot: the node an edge leaves, its stem, the node it leads to (0 when the slot is free: none leads to the root). */
  private edges = new Int32Array(smallest * 3);
  private slots = smallest;

  /** Stems that stand in some phrase. */
  has(stem: string): boolean {
    return this.stems.has(stem);
  }

  add(stems: readonly string[], mark: M): void {
    if (stems.length === 0) return;
    let node = 0;
    for (const stem of stems) {
      let number = this.stems.get(stem);
      if (number === undefined) {
        number = this.stems.size;
        this.stems.set(stem, number);
      }
      node = this.follow(node, number) || this.grow(node, number);
    }
    const marks = this.marks[node];
    if (marks === undefined) this.marks[node] = this.only(mark);
    else if (!marks.includes(mark)) this.marks[node] = [...marks, mark];
  }

  /**
   * Calls `found` for each phrase that begins at word `from`. `forms[i]` are the stems word i may have;
   * words for which `skip` is true may stand between the words of a phrase.
   */
  find(
    forms: readonly (readonly string[])[],
    from: number,
    skip: (word: number) => boolean,
    found: (end: number, marks: readonly M[]) => void,
  ): void {
    const walk = (node: number, at: number) => {
      const marks = this.marks[node];
      if (marks && at > from) found(at, marks);
      for (const form of forms[at] ?? []) {
        const stem = this.stems.get(form);
        const next = stem === undefined ? 0 : this.follow(node, stem);
        if (next !== 0) walk(next, at + 1);
      }
      if (at > from && at < forms.length && skip(at)) walk(node, at + 1);
    };
    walk(0, from);
  }

  private only(mark: M): readonly M[] {
    const known = this.alone.get(mark) ?? [mark];
    this.alone.set(mark, known);
    return known;
  }

  /** The slot of an edge, or the free one where it would stand. */
  private slotOf(node: number, stem: number): number {
    const { edges, slots } = this;
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(stem, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & (slots - 1);
    while (edges[slot * 3 + 2] !== 0 && (edges[slot * 3] !== node || edges[slot * 3 + 1] !== stem))
      slot = (slot + 1) & (slots - 1);
    return slot;
  }

  /** The node to which a stem leads; 0 when it leads nowhere. */
  private follow(node: number, stem: number): number {
    return this.edges[this.slotOf(node, stem) * 3 + 2] ?? 0;
  }

  /** A new node behind a stem. */
  private grow(node: number, stem: number): number {
    // A table kept at most two thirds full is searched in a step or two.
    if (this.nodes * 3 > this.slots * 2) this.widen();
    const made = this.nodes;
    this.nodes += 1;
    this.marks.push(undefined);
    this.edges.set([node, stem, made], this.slotOf(node, stem) * 3);
    return made;
  }

  private widen(): void {
    const { edges } = this;
    this.slots *= 2;
    this.edges = new Int32Array(this.slots * 3);
    for (let at = 0; at < edges.length; at += 3)
      if (edges[at + 2] !== 0)
        this.edges.set(edges.subarray(at, at + 3), this.slotOf(edges[at] ?? 0, edges[at + 1] ?? 0) * 3);
  }
}
