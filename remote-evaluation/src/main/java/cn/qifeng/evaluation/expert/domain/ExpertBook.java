package cn.qifeng.evaluation.expert.domain;

import java.util.List;
import java.util.Objects;

/**
 * A workbook with the pool, as it is imported and exported (专家库工作簿).
 *
 * @param lines experts in the order of the sheet
 * @param specialties the tree of specialties; may be empty in an import, which then keeps the known one
 */
public record ExpertBook(List<Line> lines, List<Specialty> specialties) {

    public ExpertBook {
        lines = List.copyOf(lines);
        specialties = List.copyOf(specialties);
    }

    /**
     * One expert with the credit that the sheet tells.
     *
     * @param credit from 0 to 100
     */
    public record Line(Expert expert, int credit) {
        public Line {
            Objects.requireNonNull(expert, "expert");
        }
    }
}
