package cn.qifeng.evaluation.scoring.domain;

import cn.qifeng.trust.draw.Draw;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import java.util.List;

/**
 * Order in which a member sees the bids (编号顺序): follows from a seed that was committed to before the panel existed, so
 * nobody can arrange it afterwards (docs/evidence.md section 10).
 */
public final class LabelOrder {

    private LabelOrder() {}

    /**
     * The labels of one member.
     *
     * @param labelSeed 32 bytes, hex
     * @param member certificate id, hex
     * @param bidIds evaluated bids in the order of {@code evaluation/opened}
     */
    public static Labels of(String labelSeed, String member, List<String> bidIds) {
        byte[] seed = Sm3.of(Bytes.ascii("QC1 label order"), Hex.decode(labelSeed), Hex.decode(member));
        var order = Draw.picked(seed, bidIds, bidIds.size());
        return new Labels(order);
    }
}
