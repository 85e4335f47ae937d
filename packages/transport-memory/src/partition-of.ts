/** The partition that Kafka's default partitioner takes a key to: murmur2 of its UTF-8 bytes, made positive. */
export function partitionOf(key: string, partitions: number): number {
  return (murmur2(new TextEncoder().encode(key)) & 0x7fffffff) % partitions
}

const SEED = 0x9747b28c
const FACTOR = 0x5bd1e995

/** MurmurHash2 by Austin Appleby, 32 bits, with the seed of Apache Kafka's `Utils.murmur2`. */
function murmur2(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tail = bytes.length & ~3
  let hash = SEED ^ bytes.length
  for (let index = 0; index < tail; index += 4) {
    let block = Math.imul(view.getInt32(index, true), FACTOR)
    block = Math.imul(block ^ (block >>> 24), FACTOR)
    hash = Math.imul(hash, FACTOR) ^ block
  }
  if (tail < bytes.length) {
    for (let index = tail; index < bytes.length; index++) hash ^= view.getUint8(index) << (8 * (index - tail))
    hash = Math.imul(hash, FACTOR)
  }
  hash = Math.imul(hash ^ (hash >>> 13), FACTOR)
  return hash ^ (hash >>> 15)
}
