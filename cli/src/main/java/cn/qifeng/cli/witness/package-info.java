/** A witness of the log (见证人): its key, its memory of the last head, and its HTTP interface. */
package cn.qifeng.cli.witness;
