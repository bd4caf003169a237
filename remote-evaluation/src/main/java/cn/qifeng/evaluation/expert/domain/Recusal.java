package cn.qifeng.evaluation.expert.domain;

import java.util.Objects;

/** One finding that an expert must stay away (回避), and the unit, state or specialty that is the reason. */
public record Recusal(RecusalGround ground, String because) {
    public Recusal {
        Objects.requireNonNull(ground, "ground");
        Objects.requireNonNull(because, "because");
    }
}
