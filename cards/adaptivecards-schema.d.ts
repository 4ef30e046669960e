/**
 * adaptivecards-templating takes this type from the sources of another package, which the compiler would then check
 * by our rules. `tsconfig.json` points that import here.
 */
export interface IAdaptiveCard {
  readonly type: "AdaptiveCard";
  readonly [key: string]: unknown;
}
