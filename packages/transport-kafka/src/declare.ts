import { type TopicDeclaration, type Topology, TransportError } from '@concordat/runtime'
import kafkajs, { type ITopicMetadata } from 'kafkajs'

import type { Cluster } from './cluster.ts'
import { kafkaFailure } from './errors.ts'
import { untilKnown } from './until-known.ts'

/**
 * Creates the topics that are missing and compares those that stand. What a topic has more than the contract wants,
 * partitions or replicas, is left alone, and so is configuration of which the contract does not speak.
 *
 * @throws TransportError `topology-mismatch` with everything that differs, `access-refused`, `broker-error`
 */
export async function declareTopology(cluster: Cluster, topology: Topology): Promise<void> {
  const topics = topology.topics.map((topic) => ({
    ...topic,
    replicas: Math.min(topic.replicas, cluster.maxReplicas),
  }))
  if (topics.length === 0) return
  try {
    await createMissing(cluster, topics)
    const names = topics.map(({ name }) => name)
    const standing = (await untilKnown(() => cluster.admin.fetchTopicMetadata({ topics: names }))).topics
    const differences = [
      ...topics.flatMap((topic) => layoutDifferences(topic, standing)),
      ...(await configurationDifferences(cluster, topics)),
    ]
    if (differences.length > 0) throw mismatch(differences, cluster.place)
  } catch (error) {
    throw kafkaFailure(error, `Cannot declare topics on ${cluster.place}`)
  }
}

async function createMissing({ admin }: Cluster, topics: readonly TopicDeclaration[]): Promise<void> {
  const standing = new Set(await admin.listTopics())
  const missing = topics.filter(({ name }) => !standing.has(name))
  if (missing.length === 0) return
  // Another service may create the same one right now, which createTopics puts up with.
  await admin.createTopics({
    waitForLeaders: false,
    topics: missing.map(({ name, partitions, replicas, configuration }) => ({
      topic: name,
      numPartitions: partitions,
      replicationFactor: replicas,
      configEntries: Object.entries(configuration).map(([name, value]) => ({ name, value })),
    })),
  })
}

function layoutDifferences(topic: TopicDeclaration, standing: readonly ITopicMetadata[]): string[] {
  const partitions = standing.find(({ name }) => name === topic.name)?.partitions ?? []
  const replicas = Math.min(...partitions.map((partition) => partition.replicas.length))
  return [
    ...(partitions.length < topic.partitions
      ? [`topic "${topic.name}" has ${partitions.length} partitions, not ${topic.partitions}`]
      : []),
    ...(replicas < topic.replicas
      ? [`topic "${topic.name}" has ${replicas} replicas, not ${topic.replicas}`]
      : []),
  ]
}

async function configurationDifferences(
  { admin }: Cluster,
  topics: readonly TopicDeclaration[],
): Promise<string[]> {
  const stated = topics.filter(({ configuration }) => Object.keys(configuration).length > 0)
  if (stated.length === 0) return []
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: stated.map(({ name, configuration }) => ({
      // By name, Node finds no such export of this CommonJS module.
      type: kafkajs.ConfigResourceTypes.TOPIC,
      name,
      configNames: Object.keys(configuration),
    })),
  })
  return stated.flatMap(({ name, configuration }) => {
    const entries = resources.find(({ resourceName }) => resourceName === name)?.configEntries ?? []
    return Object.entries(configuration).flatMap(([key, wanted]) => {
      const actual = entries.find(({ configName }) => configName === key)?.configValue
      const differs = actual === undefined || asSet(actual) !== asSet(wanted)
      return differs ? [`topic "${name}" has ${key}=${actual ?? ''}, not ${wanted}`] : []
    })
  })
}

/** Lists such as cleanup.policy come in any order. */
function asSet(value: string): string {
  return value.split(',').toSorted().join(',')
}

function mismatch(differences: readonly string[], place: string): TransportError {
  const advice =
    'Change the topic with the tools of Kafka, or give the contract what stands; Concordat changes no topic that exists.'
  const message = `Topics on ${place} are not as the contract has them: ${differences.join('; ')}. ${advice}`
  return new TransportError('topology-mismatch', message, { retriable: false })
}
