package cn.qifeng.evaluation.notification.application;

import cn.qifeng.evaluation.notification.domain.Message;
import cn.qifeng.evaluation.notification.domain.Recipient;
import cn.qifeng.evaluation.notification.domain.Staff;
import cn.qifeng.evaluation.notification.domain.StaffMember;
import cn.qifeng.trust.hash.Sm3;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** Tells everybody of some roles the same (通知相关单位). Not to be called inside a transaction. */
@ApplicationScoped
public class TellStaff {

    private static final Logger LOG = Logger.getLogger(TellStaff.class);

    private final Staff staff;
    private final SendMessage send;

    TellStaff(Staff staff, SendMessage send) {
        this.staff = staff;
        this.send = send;
    }

    /**
     * Whom it concerns.
     *
     * @param role whose role counts now
     * @param of their organisation, by its unified social credit code
     */
    public record Concerned(String role, Predicate<String> of) {

        /** Everybody with the role. */
        public static Concerned all(String role) {
            return new Concerned(role, uscc -> true);
        }
    }

    /**
     * Something that happened.
     *
     * @param key what is told once to each person
     * @param link route of the page where they act
     */
    public record News(String key, String subject, String text, String link) {}

    /**
     * Tells each of them once; who cannot be reached now, or whose role cannot be read, is told by nobody later, and the
     * log says so.
     */
    public void tell(News news, List<Concerned> whom) {
        var people = new LinkedHashSet<String>();
        whom.forEach(it -> people.addAll(people(news, it)));
        people.forEach(it -> one(news, it));
    }

    private List<String> people(News news, Concerned concerned) {
        try {
            return staff.with(concerned.role()).stream()
                    .filter(it -> concerned.of().test(it.uscc()))
                    .map(StaffMember::person)
                    .toList();
        } catch (RuntimeException e) {
            LOG.warnf("nobody of role %s was told of %s: %s", concerned.role(), news.key(), e.getMessage());
            return List.of();
        }
    }

    /** Tells these people. */
    public void people(News news, List<String> persons) {
        persons.forEach(it -> one(news, it));
    }

    private void one(News news, String person) {
        var id = Sm3.hex((news.key() + "/" + person).getBytes(StandardCharsets.UTF_8));
        try {
            send.to(new Recipient(person, "", ""), new Message(id, news.subject(), news.text(), news.link()));
        } catch (RuntimeException e) {
            LOG.warnf("%s was not told of %s: %s", person, news.key(), e.getMessage());
        }
    }
}
