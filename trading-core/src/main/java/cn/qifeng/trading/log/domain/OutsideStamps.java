package cn.qifeng.trading.log.domain;

import java.util.List;

/** Repository of the tokens of outside authorities (外部时间戳库). */
public interface OutsideStamps {

    /** Keeps a token; one of the same authority over the same head stays as it is. */
    void add(OutsideStamp stamp);

    /** Tokens over the head of this size, by authority. */
    List<OutsideStamp> over(long size);
}
