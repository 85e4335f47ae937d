export type { FilePlan, PlannedFile } from './file-plan.ts'
export { type EventRequest, planEvent } from './event/plan-event.ts'
