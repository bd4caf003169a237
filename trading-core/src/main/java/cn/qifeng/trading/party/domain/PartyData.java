package cn.qifeng.trading.party.domain;

import static cn.qifeng.trading.party.domain.PartyRefusal.INCOMPLETE;

import cn.qifeng.kernel.Facts;

/** What an organisation declares about itself (注册信息) and the centre verifies. */
public record PartyData(String name, String address, String legalRepresentative, String contact, String phone) {

    private static final int LENGTH_MAX = 200;

    /** Refuses fields that are empty or longer than 200 characters with {@code party/incomplete}. */
    public PartyData {
        name = field("name", name);
        address = field("address", address);
        legalRepresentative = field("legalRepresentative", legalRepresentative);
        contact = field("contact", contact);
        phone = field("phone", phone);
    }

    private static String field(String path, String text) {
        String value = text == null ? "" : text.strip();
        if (value.isEmpty() || value.length() > LENGTH_MAX) {
            throw INCOMPLETE.with(Facts.field(path, value, "1 to " + LENGTH_MAX + " characters")
                    .map());
        }
        return value;
    }
}
