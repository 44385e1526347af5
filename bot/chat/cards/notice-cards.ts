import type { OutgoingMessage } from '../bot-port.ts';
import type { ChatServices, Turn } from '../turn.ts';
import { cardMessage, execute, heading, notice, openDialog, openUrl, paragraph } from './card-elements.ts';

type CardTurn = Pick<Turn, 'say'>;

/** A card whose buttons are spent: what became of it, in a heading and a sentence. */
export function spentCard(title: string, text: string): OutgoingMessage {
  return cardMessage(title, [heading(title), paragraph(text)]);
}

/** For a message that may be a report: the person decides. Its text waits, masked, in the draft. */
export function offerCard({ say }: CardTurn, draftId: string): OutgoingMessage {
  return cardMessage(
    say('offer.summary'),
    [heading(say('offer.title')), paragraph(say('offer.text')), paragraph(say('offer.hint'), 'subtle')],
    [
      execute(say('offer.deviation'), 'intake.start', { draftId, kind: 'deviation' }),
      execute(say('offer.viewpoint'), 'intake.start', { draftId, kind: 'viewpoint' }),
      execute(say('offer.no'), 'intake.cancel', { draftId }),
    ],
  );
}

export function emergencyCard({ say }: CardTurn, draftId: string): OutgoingMessage {
  return cardMessage(
    say('emergency.summary'),
    [notice(say('emergency.title'), [say('emergency.text')], 'attention'), paragraph(say('offer.title'))],
    [
      execute(say('offer.deviation'), 'intake.start', { draftId, kind: 'deviation' }),
      execute(say('offer.no'), 'intake.cancel', { draftId }),
    ],
  );
}

/**
 * Suspected misconduct: no text on the card and none stored; the form leads to the restricted site (`design.md` 1.6–1.7).
 * `emergency`: the message spoke of a danger too.
 */
export function misconductCard(
  { say }: CardTurn,
  { links }: Pick<ChatServices, 'links'>,
  { emergency = false, wrote = true }: { readonly emergency?: boolean; readonly wrote?: boolean } = {},
): OutgoingMessage {
  return cardMessage(
    say('misconduct.summary'),
    [
      ...(emergency ? [notice(say('emergency.title'), [say('emergency.text')], 'attention')] : []),
      heading(say('misconduct.title')),
      paragraph(say('misconduct.text')),
      ...(wrote ? [paragraph(say('misconduct.delete'))] : []),
      paragraph(say('misconduct.otherwise'), 'subtle'),
    ],
    [
      openDialog(say('misconduct.open'), { dialog: 'misconduct' }),
      openUrl(say('misconduct.tab'), links.page('reportMisconduct')),
      openUrl(say('misconduct.ordinary'), links.page('report')),
    ],
  );
}

export function formCard(
  { say }: CardTurn,
  { links }: Pick<ChatServices, 'links'>,
  draftId: string,
  { tooLong = false }: { readonly tooLong?: boolean } = {},
): OutgoingMessage {
  return cardMessage(
    say('form.summary'),
    [heading(say('form.title')), paragraph(say(tooLong ? 'form.tooLong' : 'form.text'))],
    [
      ...(tooLong ? [] : [openDialog(say('form.dialog'), { dialog: 'intake', draftId })]),
      openUrl(say('form.tab'), links.reportForm(draftId)),
      ...(tooLong ? [] : [execute(say('form.back'), 'intake.start', { draftId })]),
      execute(say('card.cancel'), 'intake.cancel', { draftId }),
    ],
  );
}
