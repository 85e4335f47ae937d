import { hrefTo } from '../frame/href-to.ts'
import type { PictureLinks } from '../pictures/picture.ts'
import type { Site } from '../site/site.ts'

/** Links of the pictures that stand on a page. */
export function pictureLinks({ paths }: Site, page: string): PictureLinks {
  return {
    application: (service) => hrefTo(page, paths.application(service)),
    event: (message) => hrefTo(page, paths.event(message)),
    channel: (channel) => hrefTo(page, paths.channel(channel)),
  }
}
