import type { RouteRecordRaw } from 'vue-router'

const lots = () => import('./TendersPage.vue')

export const routes: RouteRecordRaw[] = [
  { path: '/tenders', name: 'tenders', component: lots, props: { view: 'all' } },
  {
    path: '/openings',
    name: 'openings',
    component: lots,
    props: { view: 'openings' },
    meta: { title: 'nav.openings' },
  },
  { path: '/awards', name: 'awards', component: lots, props: { view: 'awards' }, meta: { title: 'nav.awards' } },
  { path: '/tenders/:id', name: 'tender', component: () => import('./CasePage.vue'), meta: { title: 'tender.case' } },
  {
    path: '/tenders/:id/key-set',
    name: 'tender-key-set',
    component: () => import('./ReplacementPage.vue'),
    meta: { login: true, title: 'tender.replaceKeys' },
  },
  {
    path: '/tenders/:id/draft',
    name: 'tender-draft',
    component: () => import('./DraftPage.vue'),
    meta: { login: true, title: 'tender.drafting' },
  },
]
