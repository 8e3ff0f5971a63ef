/** What a text stands for in a list of actions or resources. All places of a text share one. */
export interface EntryMeaning {
  readonly text: string;
  /** Those who judge an entry by its text alone, and found nothing in this one. */
  readonly soundFor: object[];
}
