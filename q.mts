import { binomial, cdf, quantile, geometric, negativeBinomial, poisson, discrete } from './src/random/index.ts';
let worst=0; for (const n of [1,3,5,7,9,11,51,101,999,1001,9999,99999,1000001]) { const d=binomial(n,.5); const e=cdf(d,(n-1)/2)/.5-1; worst=Math.max(worst,Math.abs(e)); console.log(n,e, quantile(d,.5)); }
for (const n of [2,4,6,10,20]) for (let k=0;k<n;k++){ let f=0; let c=1; for(let j=0;j<=k;j++){ f+=c; c=c*(n-j)/(j+1);} const u=f/2**n; const d=binomial(n,.5); if(quantile(d,u)!==k) console.log('bin',n,k,quantile(d,u), cdf(d,k)/u-1); }
for (let k=0;k<40;k++){ const u=1-2**-(k+1); const q=quantile(geometric(.5),u); if(q!==k) console.log('geo',k,q); }
for (const r of [1,2,3]) { let f=0; for (let k=0;k<20;k++){ let c=1; for(let j=0;j<k;j++) c=c*(r+j)/(j+1); f+=c*2**-(r+k); const q=quantile(negativeBinomial(r,.5),f); if (q!==k && f<1) console.log('nb',r,k,q); } }
