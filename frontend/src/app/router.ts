import { useSession } from '@/shared/session/session'
import { beginning } from './navigation'
import { createRouter, createWebHashHistory, type RouteRecordRaw } from 'vue-router'

const features = import.meta.glob<RouteRecordRaw[]>('../features/*/routes.ts', { eager: true, import: 'routes' })

/** Where a person begins: the first page of the own navigation, or the log in. */
function home() {
  const session = useSession()
  return session.person ? beginning(session.roles) : '/login'
}

/** Routes behind `#`, because the server owns `/` and `/notices`. Each feature brings `routes.ts`. */
export const router = createRouter({
  history: createWebHashHistory('/app/'),
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? undefined : { top: 0 }),
  routes: [
    ...Object.values(features).flat(),
    { path: '/', name: 'home', redirect: home },
    { path: '/:rest(.*)*', name: 'not-found', component: () => import('./NotFoundPage.vue') },
  ],
})

router.beforeEach((to) => {
  if (to.meta.login === true && !useSession().person) return { path: '/login', query: { next: to.fullPath } }
  return true
})
