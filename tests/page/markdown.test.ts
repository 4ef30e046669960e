import { expect, test } from "vitest";
import { markdownToHtml } from "../../tab/markdown.ts";

test.each([
  ["plain", "<p>plain</p>"],
  ["**bold** and _slanted_ and *too*", "<p><strong>bold</strong> and <em>slanted</em> and <em>too</em></p>"],
  ["snake_case_name and 2*3*4", "<p>snake_case_name and 2*3*4</p>"],
  ["one\ntwo\n\nthree", "<p>one<br>two</p><p>three</p>"],
  ["- a\n- b", "<ul><li>a</li><li>b</li></ul>"],
  ["1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"],
  [
    "[UN](https://un.org/a_b?x=1&y=2)",
    '<p><a href="https://un.org/a_b?x=1&amp;y=2" target="_blank" rel="noopener noreferrer">UN</a></p>',
  ],
  ["[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"],
  ["[x](http://un.org)", "<p>[x](http://un.org)</p>"],
  ["\\[not a link\\](https://un.org) \\*\\*plain\\*\\*", "<p>[not a link](https://un.org) **plain**</p>"],
  ['<img src=x onerror="alert(1)">', "<p>&lt;img src=x onerror=&quot;alert(1)&quot;&gt;</p>"],
  ['[x](https://a.b/"onmouseover="alert(1))', "<p>[x](https://a.b/&quot;onmouseover=&quot;alert(1))</p>"],
  ["", ""],
])("%j is shown as %j", (text, html) => expect(markdownToHtml(text)).toBe(html));

test("a long line of marks does not hold up the page", () => {
  const started = performance.now();
  for (const mark of ["*", "_", "[", "**a", "[a](https://a("]) markdownToHtml(mark.repeat(5_000));
  expect(performance.now() - started).toBeLessThan(2_000);
});
