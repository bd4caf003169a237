package cn.qifeng.evaluation.information.web;

import cn.qifeng.evaluation.information.application.GuardInformation;
import cn.qifeng.evaluation.panel.application.SessionIds;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the supervisor does at the gate in both directions. Translates; decides nothing. */
@ApplicationScoped
class InformationGate {

    private final GuardInformation guard;

    InformationGate(GuardInformation guard) {
        this.guard = guard;
    }

    List<InformationBody> list(String id) {
        return guard.list(SessionIds.of(id)).stream().map(InformationGate::body).toList();
    }

    ObjectNode gateToSign(String id, int number) {
        return guard.gateToSign(SessionIds.of(id), number);
    }

    InformationBody gate(String id, String certificate, int number, JsonNode statement) {
        return body(guard.gate(SessionIds.of(id), certificate, number, statement));
    }

    ObjectNode passageToSign(String id, int number) {
        return guard.passageToSign(SessionIds.of(id), number);
    }

    InformationBody pass(String id, String certificate, int number, JsonNode statement) {
        return body(guard.pass(SessionIds.of(id), certificate, number, statement));
    }

    private static InformationBody body(GuardInformation.Guarded one) {
        return InformationBody.forSupervisor(one.request(), one.names());
    }
}
