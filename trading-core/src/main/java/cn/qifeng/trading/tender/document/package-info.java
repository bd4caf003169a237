/** The tender document as .docx and as official PDF. */
package cn.qifeng.trading.tender.document;
