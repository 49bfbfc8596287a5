import { documentHead } from '../../page/documentHead.ts';
import { SITE_POLICY } from '../../app/sitePolicy.ts';

/** The page before its script runs: what it is, and what it needs. */
export function indexHtml(): string {
  return `${documentHead('Gigaramp explorer', SITE_POLICY)}
<link rel="stylesheet" href="./explorer.css">
<script type="module" src="./page.js"></script>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<div id="explorer">
<header><h1>Gigaramp explorer</h1></header>
<main id="main"><p class="quiet">When so many GPUs are in service, and what holds them back: the page is loading its simulator.</p>
<noscript><p>The explorer runs the simulation in this browser and needs its script.</p></noscript></main>
</div>
</body>
</html>
`;
}
