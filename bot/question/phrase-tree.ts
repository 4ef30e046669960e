interface Node<M> {
  readonly next: Map<string, Node<M>>;
  marks?: M[];
}

/** Phrases as rows of stems, found in one walk from any word. */
export class PhraseTree<M> {
  private readonly root: Node<M> = { next: new Map() };
  private readonly known = new Set<string>();

  /** Stems that stand in some phrase. */
  has(stem: string): boolean {
    return this.known.has(stem);
  }

  add(stems: readonly string[], mark: M): void {
    if (stems.length === 0) return;
    let node = this.root;
    for (const stem of stems) {
      this.known.add(stem);
      const next: Node<M> = node.next.get(stem) ?? { next: new Map() };
      node.next.set(stem, next);
      node = next;
    }
    node.marks ??= [];
    if (!node.marks.includes(mark)) node.marks.push(mark);
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
    const walk = (node: Node<M>, at: number) => {
      if (node.marks && at > from) found(at, node.marks);
      for (const form of forms[at] ?? []) {
        const next = node.next.get(form);
        if (next) walk(next, at + 1);
      }
      if (at > from && at < forms.length && skip(at)) walk(node, at + 1);
    };
    walk(this.root, from);
  }
}
