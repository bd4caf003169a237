package cn.qifeng.trading.opening.domain;

/** Port that writes the opening record as an official PDF (开标记录). */
public interface RecordWriter {

    /** The PDF; its bytes differ between two runs, so it is written once and kept. */
    byte[] write(BidOpening.Opened opened, RecordContent content);
}
