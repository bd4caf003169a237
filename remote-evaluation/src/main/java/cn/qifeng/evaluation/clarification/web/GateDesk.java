package cn.qifeng.evaluation.clarification.web;

import cn.qifeng.evaluation.clarification.application.PassGate;
import cn.qifeng.evaluation.clarification.application.ReadClarifications;
import cn.qifeng.evaluation.panel.application.SessionIds;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the supervisor does at the gate. Translates; decides nothing. */
@ApplicationScoped
class GateDesk {

    private final PassGate passGate;
    private final ReadClarifications read;

    GateDesk(PassGate passGate, ReadClarifications read) {
        this.passGate = passGate;
        this.read = read;
    }

    List<ClarificationBody> list(String id) {
        return read.forSupervisor(SessionIds.of(id)).stream()
                .map(ClarificationBody::forSupervisor)
                .toList();
    }

    ObjectNode toSign(String id, int number) {
        return passGate.toSign(SessionIds.of(id), number);
    }

    ClarificationBody decide(String id, String certificate, int number, JsonNode statement) {
        return ClarificationBody.forSupervisor(passGate.decide(SessionIds.of(id), certificate, number, statement));
    }
}
