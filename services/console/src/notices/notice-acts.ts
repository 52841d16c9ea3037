// What is said against a notice, what is answered, and how the next ones look. No template can show more than four columns.
import { keyed, listed, type ActsOf } from '../acts/act.ts';
import { answer, client } from '../client.ts';
import type { Notice, NoticeObjection } from '../shapes.ts';

const about = ({ noticeId }: Notice, key: string) => ({
  params: { path: { noticeId } },
  headers: keyed(key),
});

export const noticeActs: ActsOf<Notice> = {
  objectToNotice: {
    when: ({ state }) => state === 'SHOWN',
    fields: ['objectedOn', 'objectedAt', 'objection'],
    send(one, of, key) {
      const body = {
        expectedVersion: one.version,
        // By the clock of China, whatever the reader's machine is set to.
        raisedAt: `${of('objectedOn')}T${of('objectedAt')}:00+08:00`,
        summary: of('objection'),
      };
      return answer(client.POST('/notices/{noticeId}/objections', { ...about(one, key), body }));
    },
  },
  withdrawNotice: {
    when: ({ state }) => state === 'SHOWN',
    fields: ['reason'],
    send(one, of, key) {
      const body = { expectedVersion: one.version, reason: of('reason') };
      return answer(client.POST('/notices/{noticeId}/withdrawal', { ...about(one, key), body }));
    },
  },
};

/** An objection belongs to its notice, whose version moves with the answer. */
export interface Objected {
  notice: Notice;
  objection: NoticeObjection;
}

export const objectionActs: ActsOf<Objected> = {
  answerObjection: {
    leads: true,
    when: ({ objection }) => objection.closedOn === '',
    fields: ['stepOn', 'objection'],
    send({ notice, objection }, of, key) {
      const { noticeId, version: expectedVersion } = notice;
      const params = { path: { noticeId, objectionId: objection.objectionId } };
      const body = { expectedVersion, closedOn: of('stepOn'), outcome: of('objection') };
      return answer(
        client.POST('/notices/{noticeId}/objections/{objectionId}/answer', {
          params,
          headers: keyed(key),
          body,
        }),
      );
    },
  },
};

export const templateActs: ActsOf<null> = {
  setTemplate: {
    whole: true,
    fields: ['noticeSubject', 'noticeHeading', 'noticeColumns'],
    send(_, of, key) {
      const params = { path: { subject: of('noticeSubject') } };
      const body = { heading: of('noticeHeading'), columns: listed(of('noticeColumns')) };
      const headers = keyed(key);
      return answer(client.PUT('/notice-templates/{subject}', { params, headers, body }));
    },
  },
};
