package cn.qifeng.blind;

/** Kind of a mark that a blind file carries (暗标标记类别); the order is that of a report. */
public enum MarkKind {
    /** No PDF at all (非PDF文件). */
    NOT_PDF,
    /** Cannot be read, or not within the bounds of memory and time (无法解析). */
    UNREADABLE,
    /** Encrypted (加密). */
    ENCRYPTED,
    /** More pages than allowed (超出页数). */
    PAGE_CAP,
    /** Author, software, dates and the like (文档属性). */
    METADATA,
    /** Earlier versions, or bytes behind the end (历史版本与附加数据). */
    REVISION,
    /** Private data of a program, or a thumbnail (程序私有数据). */
    PRIVATE_DATA,
    /** Another file within this one (内嵌附件). */
    EMBEDDED_FILE,
    /** Scripts and actions (脚本与动作). */
    ACTIVE_CONTENT,
    /** Layers that can be switched (可选图层). */
    LAYER,
    /** Form fields and signatures (表单与签名域). */
    FORM,
    /** Notes, stamps and other annotations (批注与图章). */
    ANNOTATION,
    /** Links that leave the file (外部链接). */
    LINK,
    /** Text that stands beside what is shown (替代文本). */
    ALTERNATIVE_TEXT,
    /** Text that is not seen on the page (隐藏文字). */
    HIDDEN_TEXT,
    /** Text outside of the page (页外文字). */
    OFF_PAGE_TEXT,
    /** Text too small to be read (微小文字). */
    TINY_TEXT,
    /** Zero-width, bidirectional and other characters that are not seen (零宽与控制字符). */
    INVISIBLE_CHARACTER,
    /** A font that the template does not name (字体不符). */
    FONT,
    /** A font whose letters are not in the file (字体未嵌入). */
    FONT_NOT_EMBEDDED,
    /** A size that the template does not name (字号不符). */
    FONT_SIZE,
    /** Lines at a distance that the template does not name (行距不符). */
    LINE_SPACING,
    /** Anything that is not black (非黑色). */
    COLOUR,
    /** Text across the page, as a watermark (倾斜文字或水印). */
    SLANTED_TEXT,
    /** Text in the margin (页边距内文字). */
    MARGIN,
    /** Header or footer: the same in the margin of several pages (页眉页脚). */
    RUNNING_HEAD,
    /** Page number (页码). */
    PAGE_NUMBER,
    /** A picture, for a person to look at: letters in it are not read (图片). */
    PICTURE,
    /** A small picture that reaches into the margin, as a logo (页边图片). */
    PICTURE_IN_MARGIN,
    /** The same picture on several pages, as a logo (重复图片). */
    PICTURE_REPEATED,
    /** A picture with data of camera or program (图片元数据). */
    PICTURE_METADATA,
    /** A page without text that could be searched (无文字页). */
    NO_TEXT,
    /** A word of the list: a bidder, its people, its code (投标人或人员名称). */
    NAME,
    /** Any unit's name (单位名称). */
    COMPANY,
    /** Telephone number (电话). */
    PHONE,
    /** Unified social credit code or identity number (统一社会信用代码或身份证号). */
    CODE,
    /** E-mail address or web address (邮箱或网址). */
    ADDRESS,
    /** Province or city (地名). */
    PLACE
}
