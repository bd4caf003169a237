package cn.qifeng.trading.draw.application;

import cn.qifeng.trading.draw.domain.Drawing;
import cn.qifeng.trading.draw.domain.Drawings;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.party.application.Task;
import cn.qifeng.trading.party.application.TaskSource;
import cn.qifeng.trading.party.domain.BoundCertificate;
import cn.qifeng.trading.party.domain.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Steps of draws that a party has not delivered (抽取待办), each until its deadline. */
@ApplicationScoped
class DrawTasks implements TaskSource {

    private final Drawings drawings;
    private final Directory directory;

    DrawTasks(Drawings drawings, Directory directory) {
        this.drawings = drawings;
        this.directory = directory;
    }

    @Override
    public Collection<Task> owedBy(Person person) {
        var own = directory.usableCertificates(person.id()).stream()
                .map(BoundCertificate::id)
                .collect(Collectors.toSet());
        if (own.isEmpty()) {
            return Set.of();
        }
        return drawings.underWay().stream()
                .flatMap(id -> drawings.find(id).stream())
                .filter(drawing -> owes(drawing, own))
                .map(drawing -> new Task("draw/take-part", "", drawing.tender(), null, drawing.deadline(), "/trustee"))
                .toList();
    }

    private static boolean owes(Drawing drawing, Set<String> own) {
        return !drawing.headDue()
                && drawing.missing().stream().anyMatch(party -> !party.leftOut() && own.contains(party.id()));
    }
}
