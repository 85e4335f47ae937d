import type { CustomerCreated } from '@concordat/generated/schemas/customers/customer.created/1.2.0'

/** How a customer is reached. */
export type Contact = Pick<CustomerCreated, 'email' | 'phone' | 'locale'>

/** Whom an event is about, learned from earlier events. Keeps tenants apart. */
export class CustomerDirectory {
  readonly #contacts: Map<string, Contact> = new Map()
  readonly #customersByOrder: Map<string, string> = new Map()

  addCustomer(tenant: string, customer: CustomerCreated): void {
    this.#contacts.set(keyOf(tenant, customer.customer_id), customer)
  }

  addOrder(tenant: string, orderId: string, customerId: string): void {
    this.#customersByOrder.set(keyOf(tenant, orderId), customerId)
  }

  /** @throws Error where the customer has not been heard of yet */
  contact(tenant: string, customerId: string): Contact {
    const contact = this.#contacts.get(keyOf(tenant, customerId))
    if (contact === undefined) throw new Error(`customer ${customerId} is not known yet`)
    return contact
  }

  /** @throws Error where the order or its customer has not been heard of yet */
  contactForOrder(tenant: string, orderId: string): Contact {
    const customerId = this.#customersByOrder.get(keyOf(tenant, orderId))
    if (customerId === undefined) throw new Error(`order ${orderId} is not known yet`)
    return this.contact(tenant, customerId)
  }
}

/** JSON keeps the two apart whatever characters they hold. */
function keyOf(tenant: string, id: string): string {
  return JSON.stringify([tenant, id])
}
