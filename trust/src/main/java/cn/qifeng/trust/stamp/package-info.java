/** Time stamps of RFC 3161 over tree heads. */
package cn.qifeng.trust.stamp;
