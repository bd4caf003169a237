/** Certificates, the sandbox authority, and key files of persons. */
package cn.qifeng.trust.cert;
