import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/evaluation', name: 'evaluation', component: () => import('./SessionsPage.vue'), meta: { login: true } },
  {
    path: '/evaluation/:id',
    name: 'evaluation-session',
    component: () => import('./SessionPage.vue'),
    props: true,
    meta: { login: true },
  },
  {
    path: '/evaluation/clarifications/:session/:number',
    name: 'clarification-answer',
    component: () => import('./clarification/AnswerPage.vue'),
    props: true,
    meta: { login: true, title: 'evaluation.clarification.answerTitle' },
  },
  {
    path: '/evaluation/:id/clearing',
    name: 'evaluation-clearing',
    component: () => import('./clearing/ClearingPage.vue'),
    props: true,
    meta: { login: true },
  },
  {
    path: '/evaluation/:id/blind',
    name: 'evaluation-blind',
    component: () => import('./blind/BlindPage.vue'),
    props: true,
    meta: { login: true },
  },
  {
    path: '/evaluation/:id/hall',
    name: 'evaluation-hall',
    component: () => import('./hall/HallPage.vue'),
    props: true,
    meta: { login: true },
  },
  {
    path: '/evaluation/:id/faults',
    name: 'evaluation-faults',
    component: () => import('./fault/FaultPage.vue'),
    props: true,
    meta: { login: true, title: 'evaluation.fault.page' },
  },
  {
    path: '/sites/bookings/:id/faults',
    name: 'site-faults',
    component: () => import('./fault/SiteFaultPage.vue'),
    props: true,
    meta: { login: true, title: 'evaluation.fault.page' },
  },
  {
    path: '/draws',
    name: 'draws',
    component: () => import('./drawing/DrawsPage.vue'),
    meta: { login: true, title: 'nav.draws' },
  },
  {
    path: '/draws/:id',
    name: 'draw',
    component: () => import('./drawing/DrawDeskPage.vue'),
    props: true,
    meta: { login: true, title: 'nav.draws' },
  },
  {
    path: '/evaluation-times',
    name: 'evaluation-times',
    component: () => import('./time/TimesPage.vue'),
    meta: { login: true, title: 'evaluation.time.page' },
  },
  {
    path: '/direct-choice',
    name: 'direct-choice',
    component: () => import('./drawing/DirectChoicePage.vue'),
    meta: { login: true, title: 'evaluation.draw.choice.page' },
  },
]
