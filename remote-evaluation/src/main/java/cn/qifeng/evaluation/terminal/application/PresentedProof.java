package cn.qifeng.evaluation.terminal.application;

import cn.qifeng.evaluation.terminal.domain.SeatProof;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** The proof that came with the request under way (本次请求的设备凭证), and what it was signed for. */
@RequestScoped
public class PresentedProof {

    private Optional<SeatProof> proof = Optional.empty();
    private String method = "";
    private String path = "";

    /** Takes what the request brought. */
    public void take(Optional<SeatProof> brought, String requestMethod, String requestPath) {
        proof = brought;
        method = requestMethod;
        path = requestPath;
    }

    Optional<SeatProof> proof() {
        return proof;
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }
}
