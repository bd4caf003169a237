package cn.qifeng.trading.tender.domain;

import java.util.List;

/**
 * Bid security (投标保证金) asked for.
 *
 * @param amountFen amount in fen
 * @param forms {@code BOND} (保函), {@code CASH} (转账)
 */
public record SecuritySetting(long amountFen, List<String> forms) {

    public SecuritySetting {
        forms = forms == null ? List.of() : List.copyOf(forms);
    }
}
