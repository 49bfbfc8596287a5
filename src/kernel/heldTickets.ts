import type { Holder, Source, Wait } from './wait.ts';

/** Gives a ticket to a holder, as the latest. */
export function hold(holder: Holder, ticket: Wait<unknown>): void {
  ticket.owner = holder;
  ticket.older = holder.latest;
  holder.latest = ticket;
}

/** Takes a ticket that is given back off those that its holder has. */
export function letGo(holder: Holder, ticket: Wait<unknown>): void {
  if (holder.latest === ticket) holder.latest = ticket.older;
  else {
    let newer = holder.latest!;
    while (newer.older !== ticket) newer = newer.older!;
    newer.older = ticket.older;
  }
  ticket.older = undefined;
}

/** Those that a holder has of one source, latest first. */
export function ticketsOf(source: Source, holder: Holder): Wait<unknown>[] {
  const tickets: Wait<unknown>[] = [];
  for (let ticket = holder.latest; ticket !== undefined; ticket = ticket.older)
    if (ticket.source === source) tickets.push(ticket);
  return tickets;
}
