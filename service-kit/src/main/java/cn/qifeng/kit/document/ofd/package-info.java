/** Official documents as OFD (版式文档, GB/T 33190-2016), drawn from the official PDF and sealed by GB/T 38540. */
package cn.qifeng.kit.document.ofd;
