export { transportSuite, type TransportSuiteOptions } from './transport-suite.ts'
