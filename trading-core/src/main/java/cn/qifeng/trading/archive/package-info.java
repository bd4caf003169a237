/** Archive (档案): the documents of a tender, kept byte for byte and named by their SM3. */
package cn.qifeng.trading.archive;
