package cn.qifeng.evaluation.blind.domain;

import java.util.List;
import java.util.Optional;

/**
 * What came of the check of one bid's technical file (暗标检查结果).
 *
 * @param file SM3 of the file, hexadecimal; empty where the bid has none
 * @param pages 0 where it could not be read
 * @param canonical SM3 of the form in which experts read it; empty where none could be made
 * @param bytes length of that form
 * @param more marks that were left out
 * @param marksSm3 SM3 of the marks as canonical JSON
 */
public record BlindFile(
        String bidId,
        Optional<String> file,
        int pages,
        Optional<String> canonical,
        long bytes,
        List<BlindMark> marks,
        int more,
        String marksSm3) {

    public BlindFile {
        marks = List.copyOf(marks);
    }
}
