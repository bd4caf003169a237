package cn.qifeng.evaluation.notification.persistence;

import cn.qifeng.evaluation.notification.domain.Inbox;
import cn.qifeng.evaluation.notification.domain.InboxMessage;
import cn.qifeng.evaluation.notification.domain.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Kept messages in the database. */
@ApplicationScoped
class JpaInbox implements Inbox {

    private final EntityManager entities;

    JpaInbox(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void keep(InboxMessage kept) {
        if (entities.find(InboxRow.class, kept.message().id()) == null) {
            var row = new InboxRow();
            row.id = kept.message().id();
            row.person = kept.person();
            row.subject = kept.message().subject();
            row.text = kept.message().text();
            row.link = kept.message().link();
            row.at = kept.at();
            entities.persist(row);
        }
    }

    @Override
    public List<InboxMessage> of(String person, int max) {
        return entities.createQuery("from InboxRow where person = :person order by at desc, id", InboxRow.class)
                .setParameter("person", person)
                .setMaxResults(max)
                .getResultStream()
                .map(row -> new InboxMessage(row.person, new Message(row.id, row.subject, row.text, row.link), row.at))
                .toList();
    }
}
