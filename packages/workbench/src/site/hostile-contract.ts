/** Every way to run something, to load something or to break out of a page that we know of. */
const ATTACKS = [
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  `'" onmouseover=alert(1) x="`,
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<style>*{display:none}</style>',
  '<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1)) [x](JaVaScRiPt:alert(1)) [x](java&#115;cript:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>) [x](vbscript:alert(1)) [x](//evil.example)',
  '![x](https://evil.example/x.png) <javascript:alert(1)>',
  '--> ]]> ${alert(1)} `alert(1)` {{alert(1)}} \u2028',
]

/** All of them, as one text. */
export const ATTACK: string = ATTACKS.join(' ')

/** A name that no line can hold. */
export const LONG: string = 'x'.repeat(300)

const EVIL_URL = 'javascript:alert(1)//<script>alert(1)</script>'

/**
 * Contracts that say them wherever a contract can say something, by path.
 *
 * @param required what a message must have; another list makes another version of the contract
 */
export function hostileContracts(required: readonly string[]): Readonly<Record<string, object>> {
  return {
    'hostile.json': hostileDocument(required),
    'schemas/evil/evil/1.0.0.json': version([ATTACK, LONG]),
    'schemas/evil/evil/2.0.0.json': version([LONG]),
  }
}

/** A version of a subject whose only property has these values. */
function version(values: readonly string[]): object {
  return {
    title: ATTACK,
    description: ATTACK,
    type: 'object',
    properties: { [ATTACK]: { type: 'string', title: ATTACK, enum: values } },
    examples: [{ [ATTACK]: LONG }],
  }
}

function hostileDocument(required: readonly string[]): object {
  const about = {
    description: ATTACK,
    tags: [{ name: ATTACK, description: ATTACK, externalDocs: { url: EVIL_URL } }],
    externalDocs: { url: EVIL_URL, description: ATTACK },
    'x-anything': { [ATTACK]: ATTACK },
  }
  return {
    asyncapi: '3.0.0',
    id: EVIL_URL,
    info: {
      title: ATTACK,
      version: ATTACK,
      ...about,
      termsOfService: EVIL_URL,
      contact: { name: `${LONG} ${ATTACK}`, url: EVIL_URL, email: ATTACK },
      license: { name: ATTACK, url: EVIL_URL },
      'x-source': ATTACK,
    },
    servers: {
      [LONG]: {
        host: `localhost${ATTACK}`,
        protocol: 'amqp',
        protocolVersion: ATTACK,
        title: ATTACK,
        summary: ATTACK,
        ...about,
      },
      data: {
        host: 'data:text/html,<script>alert(1)</script>',
        pathname: EVIL_URL,
        protocol: 'kafka',
        ...about,
      },
    },
    channels: {
      [LONG]: {
        address: `${LONG} ${ATTACK} {id}`,
        title: ATTACK,
        summary: ATTACK,
        ...about,
        parameters: { id: { description: ATTACK, enum: [ATTACK], default: ATTACK, examples: [ATTACK] } },
        bindings: { amqp: { is: 'routingKey', exchange: { name: ATTACK, type: 'topic' } } },
        'x-deprecated': { removal: '2031-01-31', successor: ATTACK },
        messages: {
          versioned: { name: `Versioned ${ATTACK}`, payload: { $ref: './schemas/evil/evil/2.0.0.json' } },
          hostile: {
            name: `Hostile ${ATTACK}`,
            title: LONG,
            summary: ATTACK,
            ...about,
            contentType: `application/json; x=${ATTACK}`,
            headers: { type: 'object', properties: { [ATTACK]: { type: 'string', description: ATTACK } } },
            'x-deprecated': { since: '2026-01-31', successor: ATTACK },
            payload: {
              type: 'object',
              title: ATTACK,
              ...about,
              required,
              properties: {
                [LONG]: { type: 'string', const: ATTACK },
                [ATTACK]: { enum: [LONG, ATTACK], default: ATTACK, description: ATTACK },
                shared: { $ref: '#/components/schemas/Evil' },
              },
              patternProperties: { [`^(${ATTACK.replaceAll(/[^a-z]/g, '')})`]: { format: ATTACK } },
              if: { properties: { [ATTACK]: { const: ATTACK } } },
              else: { required: [ATTACK] },
            },
            examples: [
              {
                name: ATTACK,
                summary: ATTACK,
                headers: { [ATTACK]: ATTACK },
                payload: { [LONG]: ATTACK, [ATTACK]: LONG },
              },
            ],
          },
        },
      },
    },
    operations: {
      [ATTACK]: {
        action: 'send',
        channel: { $ref: `#/channels/${LONG}` },
        title: ATTACK,
        summary: ATTACK,
        ...about,
      },
    },
    components: {
      schemas: { Evil: { type: 'object', title: ATTACK, ...about, examples: [{ [ATTACK]: ATTACK }] } },
    },
  }
}
